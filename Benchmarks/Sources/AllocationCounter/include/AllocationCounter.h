/// How many blocks of memory the process has asked for, or -1 where that is
/// not counted.
long allocation_count(void);
