#ifndef COOPETITION_CLAPACKE_SHIM_H
#define COOPETITION_CLAPACKE_SHIM_H

#include <cblas.h>
#include <lapacke.h>

/* Asks for the memory at an address ahead of its use; does nothing else. */
static inline void coopetition_prefetch(const void *address) {
  __builtin_prefetch(address);
}

#endif
