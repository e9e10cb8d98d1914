// What libFuzzer asks for before it starts.
#include "tests/fuzz/target.h"

#include <cstdlib>
#include <cstring>

extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    if (*argc == 3 && std::strcmp((*argv)[1], "--write-corpus") == 0)
        std::exit(tanaban::fuzz::writeCorpus((*argv)[2]) ? 0 : 1);
    return 0;
}
