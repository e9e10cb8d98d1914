# Part of tests/bench/run: turns, counting, ratios.

title() { printf '\n%s\n' "$*"; }

count_of() { # WHAT TEXT: the number behind WHAT= in a line of figures
    sed -n "s/.*\\b$1=\\([0-9.]*\\).*/\\1/p" <<<"$2"
}

# One turn of one side: its rate, from rows that are there now and were not before.
one_turn() { # WHAT COUNT-COMMAND RUN-COMMAND
    local before after figures done elapsed
    before=$(count_of "$1" "$(eval "$2")")
    figures=$(eval "$3") || die "failed: $3"
    after=$(count_of "$1" "$(eval "$2")")
    done=$(count_of "done" "$figures")
    elapsed=$(count_of elapsed "$figures")
    # A program that counts otherwise than the ledger is broken, and so are its figures.
    [ "$((after - before))" -eq "$done" ] ||
        die "the ledger grew by $((after - before)), the program says $done: $3"
    [ "$done" -gt 0 ] || die "no work was done: $3"
    awk -v n="$((after - before))" -v t="$elapsed" -v p="$(count_of p50 "$figures")" \
        -v q="$(count_of p99 "$figures")" 'BEGIN { print n / t, p + 0, q + 0 }'
}

# compare TITLE WHAT NAME COUNT RUN [NAME COUNT RUN…]: all sides in turn; the first is the baseline.
# SEED and FROM in a command become the number of the turn and of its first change set.
compare() {
    local heading=$1 what=$2 turn i
    shift 2
    local sides=("$@") lines=""
    for ((turn = 0; turn < turns; turn++)); do
        for ((i = 0; i < ${#sides[@]}; i += 3)); do
            local command=${sides[i + 2]//SEED/$((turn * 10 + i))}
            command=${command//FROM/$((turn * sets))}
            lines+="${sides[i]} $(one_turn "$what" "${sides[i + 1]}" "$command")"$'\n'
        done
    done
    printf '%s\n' "$lines" | awk -v heading="$heading" '
        function median(list, n,    copy, i, j, t) {
            for (i = 1; i <= n; i++) copy[i] = list[i]
            for (i = 2; i <= n; i++)
                for (j = i; j > 1 && copy[j - 1] > copy[j]; j--) { t = copy[j]; copy[j] = copy[j - 1]; copy[j - 1] = t }
            return n % 2 ? copy[(n + 1) / 2] : (copy[n / 2] + copy[n / 2 + 1]) / 2
        }
        NF == 4 {
            if (!($1 in count)) order[++sides] = $1
            n = ++count[$1]
            rate[$1, n] = $2; p50[$1, n] = $3; p99[$1, n] = $4
        }
        END {
            printf "  %s\n", heading
            for (s = 1; s <= sides; s++) {
                name = order[s]; n = count[name]
                for (i = 1; i <= n; i++) { a[i] = rate[name, i]; b[i] = p50[name, i]; c[i] = p99[name, i] }
                printf "    %-8s %9.0f /s", name, median(a, n)
                if (median(b, n) > 0) printf "  p50 %6.2f ms  p99 %7.2f ms", median(b, n), median(c, n)
                # Ratios within a turn; their median and their whole spread.
                for (base = 1; base <= 2 && base < s; base++) {
                    low = 1e9; high = 0
                    for (i = 1; i <= n; i++) {
                        r[i] = rate[name, i] / rate[order[base], i]
                        if (r[i] < low) low = r[i]
                        if (r[i] > high) high = r[i]
                    }
                    printf "  %.2f of %s (%.2f-%.2f)", median(r, n), order[base], low, high
                }
                printf "\n"
            }
        }'
}
