#pragma once

#include <QString>

#include <set>

namespace tanaban::test {

/// Names of the classes in the folder's headers and sources that can be made and are, over however
/// many steps, a `base`. A class from which others are made is left out: they stand for it.
std::set<QString> classesFrom(const QString &base, const QString &folder);

} // namespace tanaban::test
