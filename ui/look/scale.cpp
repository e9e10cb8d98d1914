#include "ui/look/scale.h"

#include <QSettings>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1String scaleKey("scale");
constexpr char variable[] = "QT_SCALE_FACTOR";
bool ours = false; // NOLINT: the variable's value is ours; there is one environment per process

} // namespace

const QList<int> &scales()
{
    static const QList<int> percents{100, 110, 125, 150, 175, 200};
    return percents;
}

int chosenScale()
{
    const int percent = QSettings().value(scaleKey, 100).toInt();
    return scales().contains(percent) ? percent : 100;
}

void chooseScale(int percent)
{
    QSettings().setValue(scaleKey, percent);
}

void useChosenScale()
{
    const int percent = chosenScale();
    if (percent == 100 || !qEnvironmentVariableIsEmpty(variable))
        return;
    ours = true;
    qputenv(variable, QByteArray::number(percent / 100.0));
}

void forgetScale()
{
    if (ours)
        qunsetenv(variable);
}

} // namespace tanaban::ui
