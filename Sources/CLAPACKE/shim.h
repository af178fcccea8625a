#ifndef COOPETITION_CLAPACKE_SHIM_H
#define COOPETITION_CLAPACKE_SHIM_H

#include <cblas.h>
#include <lapacke.h>

#endif
