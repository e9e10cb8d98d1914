#include "storage/seedbug.h"

#ifdef TANABAN_WITH_SEEDED_BUGS
#include <cstdlib>
#include <cstring>
#include <vector>

namespace tanaban::storage {

using namespace Qt::StringLiterals;

namespace {

struct ServerBug
{
    const char *name;
    QString was;
    QString becomes;
};

/// Each text stands in the newest definition of its function.
const std::vector<ServerBug> &serverBugs()
{
    static const QString locks =
        u"v_rows := ARRAY(SELECT s FROM stock s WHERE s.id = ANY (v_ids) ORDER BY s.id FOR UPDATE);"_s;
    static const std::vector<ServerBug> bugs{
        {"no_version_check", u"x.expected <> s.version /*version check*/"_s, u"x.expected < 0"_s},
        {"no_version_check",
         u"AND version = coalesce(p_expected, version) /*version check*/"_s,
         u""_s},
        {"no_guard", u"IF v_found.short IS NOT NULL /*guard*/ THEN"_s, u"IF false THEN"_s},
        {"no_guard", u"AND reserved + p_quantity <= on_hand /*guard*/"_s, u""_s},
        {"no_lock_order",
         locks,
         QString(u"PERFORM pg_sleep(0.002) FROM (SELECT FROM stock s WHERE s.id = ANY (v_ids) "
                 "ORDER BY random() FOR UPDATE) t;\n"_s
                 + locks)},
        {"no_allocation_order",
         u"ORDER BY i.id /*lock order*/) x"_s,
         u"ORDER BY random()) x CROSS JOIN LATERAL (SELECT pg_sleep(0.002 * sign(x.id)) OFFSET 0) z"_s},
        {"late_zone_lock",
         u"PERFORM FROM zones ORDER BY warehouse_code, zone_number FOR NO KEY UPDATE;"_s,
         u"NULL;"_s},
        {"unlocked_places", u"    PERFORM api.lock_for_records_1(p_records);"_s, u"    NULL;"_s},
        {"no_command_id", u"VALUES (p_command /*claim*/,"_s, u"VALUES (gen_random_uuid(),"_s},
        {"no_command_id", u"SELECT p_command /*claim*/,"_s, u"SELECT gen_random_uuid(),"_s},
        {"lost_event", u"FROM u /*event*/"_s, u"FROM u WHERE false"_s},
        {"lost_event", u"/*event*/ INSERT INTO"_s, u"IF false THEN INSERT INTO"_s},
        {"lost_event", u"/*event ends*/"_s, u"END IF;"_s},
    };
    return bugs;
}

} // namespace

bool seeded(const char *bug)
{
    const char *chosen = std::getenv("TANABAN_SEED_BUG");
    return chosen != nullptr && std::strcmp(chosen, bug) == 0;
}

QString folderOfMoreMigrations()
{
    return qEnvironmentVariable("TANABAN_MORE_MIGRATIONS");
}

int lastMigration()
{
    const int last = qEnvironmentVariableIntValue("TANABAN_LAST_MIGRATION");
    return last > 0 ? last : std::numeric_limits<int>::max();
}

QString withSeededBugs(QString sql)
{
    for (const ServerBug &bug : serverBugs()) {
        if (seeded(bug.name))
            sql.replace(bug.was, bug.becomes);
    }
    return sql;
}

void refuseIdleBug(const QString &allMigrations)
{
    for (const ServerBug &bug : serverBugs()) {
        if (seeded(bug.name) && !allMigrations.contains(bug.was))
            qFatal("The bug %s is nowhere in the migrations", bug.name);
    }
}

} // namespace tanaban::storage
#endif
