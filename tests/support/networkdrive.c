// Loaded before a program (LD_PRELOAD): every folder is on an NFS drive.
#include <dlfcn.h>
#include <stddef.h>
#include <sys/statfs.h>

typedef int (*look)(const char *, struct statfs64 *);

int statfs64(const char *path, struct statfs64 *answer)
{
    look original = NULL;
    *(void **)&original = dlsym(RTLD_NEXT, "statfs64");
    const int result = original(path, answer);
    answer->f_type = 0x6969;
    return result;
}

int statfs(const char *path, struct statfs *answer)
{
    typedef int (*look32)(const char *, struct statfs *);
    look32 original = NULL;
    *(void **)&original = dlsym(RTLD_NEXT, "statfs");
    const int result = original(path, answer);
    answer->f_type = 0x6969;
    return result;
}
