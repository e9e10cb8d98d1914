/* What the measuring programs share: processes behind one barrier, a clock, latencies.
   Plain C that is C++ as well; it knows nothing of the project. */
#pragma once

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
    bench_most_processes = 64,
    bench_most_samples = 400000
};

/* One process of a run: it connects, waits for the barrier, works, and leaves its figures here. */
struct bench_process
{
    int64_t done;
    double begun;
    double ended;
    int64_t samples;
    float *latency; /* ms */
};

static inline double bench_now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* xorshift: the same sequence on both sides for the same seed. */
static inline uint64_t bench_random(uint64_t *state)
{
    uint64_t x = *state;
    x ^= x << 13;
    x ^= x >> 7;
    x ^= x << 17;
    *state = x;
    return x;
}

/* A start for bench_random() that is far from those of neighbouring numbers. */
static inline uint64_t bench_seed(uint64_t number)
{
    uint64_t z = (number + 1) * 0x9e3779b97f4a7c15ull;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
    return (z ^ (z >> 31)) | 1;
}

/* A command id: random, and another in every run. */
static inline void bench_uuid(char text[37])
{
    static uint64_t state = 0;
    if (state == 0)
        state = bench_seed((uint64_t)(bench_now() * 1e9) ^ ((uint64_t)getpid() << 40));
    const uint64_t a = bench_random(&state);
    const uint64_t b = bench_random(&state);
    snprintf(text,
             37,
             "%08x-%04x-4%03x-8%03x-%012llx",
             (unsigned)(a >> 32),
             (unsigned)(a >> 16) & 0xffffu,
             (unsigned)a & 0xfffu,
             (unsigned)(b >> 48) & 0xfffu,
             (unsigned long long)(b & 0xffffffffffffull));
}

static inline void bench_sample(struct bench_process *p, double from, double to)
{
    if (p->samples < bench_most_samples)
        p->latency[p->samples++] = (float)((to - from) * 1000);
}

static inline int bench_compare(const void *a, const void *b)
{
    const float x = *(const float *)a;
    const float y = *(const float *)b;
    return x < y ? -1 : x > y;
}

typedef void (*bench_connect)(int number, void *context);
typedef void (*bench_work)(int number, struct bench_process *process, void *context);

/* Forks, lets all connect, opens the barrier at once, prints one line of figures. Returns 0 when
   every process ended well. */
static inline int bench_run(int processes, bench_connect connect, bench_work work, void *context)
{
    const size_t table = sizeof(struct bench_process) * bench_most_processes;
    const size_t room = sizeof(float) * bench_most_samples;
    struct bench_process *all = (struct bench_process *)mmap(
        NULL, table, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    float *latencies = (float *)mmap(
        NULL, room * (size_t)processes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    int ready[2];
    int barrier[2];
    if (all == MAP_FAILED || latencies == MAP_FAILED || pipe(ready) || pipe(barrier))
        return 1;
    fflush(NULL);
    for (int i = 0; i < processes; ++i) {
        all[i].latency = latencies + (size_t)i * bench_most_samples;
        const pid_t child = fork();
        if (child < 0)
            return 1;
        if (child == 0) {
            char byte = 0;
            close(barrier[1]);
            connect(i, context);
            if (write(ready[1], &byte, 1) != 1 || read(barrier[0], &byte, 1) != 0)
                _exit(1);
            all[i].begun = bench_now();
            work(i, &all[i], context);
            all[i].ended = bench_now();
            fflush(NULL);
            _exit(0);
        }
    }
    close(ready[1]);
    for (int i = 0; i < processes; ++i) {
        char byte;
        if (read(ready[0], &byte, 1) != 1) {
            fprintf(stderr, "a process could not connect\n");
            return 1;
        }
    }
    close(barrier[1]);
    int failures = 0;
    for (int i = 0; i < processes; ++i) {
        int status = 0;
        wait(&status);
        if (status != 0)
            ++failures;
    }
    double begun = all[0].begun;
    double ended = all[0].ended;
    int64_t done = 0;
    size_t samples = 0;
    float *sorted = (float *)malloc(room * (size_t)processes);
    for (int i = 0; i < processes; ++i) {
        begun = all[i].begun < begun ? all[i].begun : begun;
        ended = all[i].ended > ended ? all[i].ended : ended;
        done += all[i].done;
        memcpy(sorted + samples, all[i].latency, sizeof(float) * (size_t)all[i].samples);
        samples += (size_t)all[i].samples;
    }
    qsort(sorted, samples, sizeof(float), bench_compare);
    printf("elapsed=%.4f done=%lld", ended - begun, (long long)done);
    if (samples > 0)
        printf(" p50=%.3f p99=%.3f max=%.3f",
               (double)sorted[samples / 2],
               (double)sorted[samples * 99 / 100],
               (double)sorted[samples - 1]);
    printf(" failed_processes=%d\n", failures);
    free(sorted);
    return failures;
}
