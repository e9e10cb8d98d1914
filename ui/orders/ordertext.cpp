#include "ui/orders/ordertext.h"

#include "ui/records/recordtext.h"
#include "ui/words.h"

#include <QJsonArray>

#include <map>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostLinesTold = 10;

QDate dueDayOf(const Record &order)
{
    return QDate::fromString(order.fields.value(u"due_on"_s).toString(), Qt::ISODate);
}

bool isUnfinished(const Record &order)
{
    const auto state = fromCode<OrderState>(order.fields.value(u"state"_s).toString());
    return state == OrderState::Draft || state == OrderState::Open;
}

std::map<int, QJsonValue> linesByNumber(const QJsonValue &lines)
{
    std::map<int, QJsonValue> numbered;
    const QJsonArray all = lines.toArray();
    for (const QJsonValue &line : all)
        numbered[line[u"line_number"_s].toInt()] = line;
    return numbered;
}

} // namespace

Goods productsOf(Store &store, const QStringList &codes)
{
    Goods goods;
    for (const QString &code : codes) {
        if (const auto product = store.product(code); product && *product)
            goods.insert(code, **product);
    }
    return goods;
}

bool OrderText::isOverdue(const Record &order, QDate today)
{
    const QDate day = dueDayOf(order);
    return day.isValid() && day < today && isUnfinished(order);
}

QString OrderText::due(const Record &order, QDate today)
{
    const QDate day = dueDayOf(order);
    if (!day.isValid())
        return {};
    const QString text = Words::date(day);
    if (isOverdue(order, today))
        return tr("%1 overdue", "the day an order was due").arg(text);
    return day == today && isUnfinished(order) ? tr("%1 today", "the day an order is due").arg(text)
                                               : text;
}

QString OrderText::progress(const OrderProgress &progress)
{
    if (progress.lines == 0)
        return tr("no lines");
    const QString allocated =
        tr("%1 of %n line(s) allocated", nullptr, progress.lines).arg(progress.covered);
    if (progress.shipped == 0)
        return allocated;
    return progress.shipped == progress.lines
               ? tr("all of %n line(s) shipped", nullptr, progress.lines)
               : tr("%1, %2 shipped", "lines allocated, lines").arg(allocated).arg(progress.shipped);
}

QString OrderText::state(const Record &order)
{
    return RecordText::wordOfState(order.fields.value(u"state"_s).toString());
}

QString OrderText::symbolOf(const Record &order)
{
    return u"order-"_s + order.fields.value(u"state"_s).toString(u"open"_s);
}

QString OrderText::product(const QString &code, const Goods &goods)
{
    const auto known = goods.constFind(code);
    return known == goods.constEnd() ? code : QString(code + u' ' + known->name);
}

QString OrderText::quantity(qint64 quantity, const QString &product, const Goods &goods)
{
    const auto known = goods.constFind(product);
    return known == goods.constEnd() ? Words::quantity(quantity, 0)
                                     : Words::quantity(quantity, known->decimals, known->unit);
}

QString OrderText::line(const QJsonValue &line, const Goods &goods)
{
    const QString code = line[u"product_code"_s].toString();
    return tr("%1: %2", "product, how much of it")
        .arg(product(code, goods), quantity(line[u"quantity"_s].toInteger(), code, goods));
}

QString OrderText::lines(const QJsonValue &lines, const Goods &goods, const QJsonValue &other)
{
    const auto others = linesByNumber(other);
    QStringList texts;
    int same = 0;
    for (const auto &[number, each] : linesByNumber(lines)) {
        const auto beside = others.find(number);
        if (beside != others.end() && beside->second == each)
            ++same;
        else
            texts << tr("%1. %2", "number of an order line, what it says")
                         .arg(QString::number(number), line(each, goods));
    }
    const int more = int(texts.size() - mostLinesTold);
    if (more > 0) {
        texts = texts.first(mostLinesTold);
        texts << tr("and %n more", nullptr, more);
    }
    if (same > 0)
        texts << tr("%n line(s) as they were", nullptr, same);
    return texts.isEmpty() ? tr("no lines") : texts.join(u'\n');
}

QString OrderText::lineSummary(const OrderLine &line, const Goods &goods)
{
    const auto amount = [&](qint64 each) { return quantity(each, line.product, goods); };
    QStringList parts{tr("%1 ordered").arg(amount(line.quantity))};
    if (line.allocated > 0)
        parts << tr("%1 allocated").arg(amount(line.allocated));
    if (line.held > 0)
        parts << tr("%1 held").arg(amount(line.held));
    if (line.shipped > 0)
        parts << tr("%1 shipped").arg(amount(line.shipped));
    return parts.join(u" · "_s);
}

QString OrderText::place(const OrderAllocation &allocation,
                         const QString &product,
                         const Goods &goods)
{
    const StockKey &key = allocation.place;
    QStringList where{key.warehouse,
                      QString(QString::number(key.zone) + u' ' + allocation.zoneName).trimmed()};
    if (!key.bin.isEmpty())
        where << key.bin;
    where << key.lot;
    const QString text = tr("%1: %2", "how much of an order line, where it lies")
                             .arg(quantity(allocation.quantity, product, goods),
                                  where.join(u" · "_s));
    switch (allocation.state) {
    case AllocationState::Pending:
        return tr("%1 (waits for review)").arg(text);
    case AllocationState::Shipped:
        return tr("%1 (shipped)").arg(text);
    case AllocationState::Open:
    case AllocationState::Released:
        break;
    }
    return text;
}

QString OrderText::deedOf(const OrderGoodsEvent &event, const Goods &goods)
{
    const auto text = [&](const QString &sentence) {
        return sentence.arg(event.line)
            .arg(quantity(event.quantity, event.product, goods), event.product);
    };
    if (const auto *state = std::get_if<AllocationState>(&event.became)) {
        if (event.again)
            return text(tr("Line %1: %2 of %3 set aside again, for that was undone"));
        switch (*state) {
        case AllocationState::Pending:
            return text(tr("Line %1: %2 of %3 set aside, to be reviewed"));
        case AllocationState::Open:
            return text(tr("Line %1: %2 of %3 set aside"));
        case AllocationState::Shipped:
            return text(tr("Line %1: %2 of %3 shipped"));
        case AllocationState::Released:
            return text(tr("Line %1: %2 of %3 given back"));
        }
    }
    switch (std::get<HoldState>(event.became)) {
    case HoldState::Active:
        return text(tr("Line %1: %2 of %3 held"));
    case HoldState::Confirmed:
        return text(tr("Line %1: hold of %2 of %3 confirmed"));
    case HoldState::Released:
        return text(tr("Line %1: hold of %2 of %3 given up"));
    case HoldState::Expired:
        break;
    }
    return text(tr("Line %1: hold of %2 of %3 ended by time"));
}

QStringList OrderText::differences(const QJsonValue &before,
                                   const QJsonValue &after,
                                   const Goods &goods)
{
    const auto old = linesByNumber(before);
    const auto now = linesByNumber(after);
    QStringList texts;
    for (const auto &[number, was] : old) {
        const auto found = now.find(number);
        if (found == now.end())
            texts << tr("Line %1 removed: %2").arg(QString::number(number), line(was, goods));
        else if (found->second != was)
            texts << tr("Line %1: %2 → %3")
                         .arg(QString::number(number), line(was, goods), line(found->second, goods));
    }
    for (const auto &[number, is] : now) {
        if (!old.contains(number))
            texts << tr("Line %1 added: %2").arg(QString::number(number), line(is, goods));
    }
    return texts;
}

QString OrderText::deedOf(const OrderEvent &event, const Goods &goods)
{
    QStringList texts;
    if (event.change) {
        RecordEvent head = *event.change;
        const QJsonValue before = head.before.take(u"lines"_s);
        const QJsonValue after = head.after.take(u"lines"_s);
        if (event.change->before.isEmpty())
            texts << RecordText::deedOf(Entity::Order, *event.change);
        else if (!head.before.isEmpty())
            texts << RecordText::deedOf(Entity::Order, head);
        if (!event.change->before.isEmpty())
            texts << differences(before, after, goods);
    }
    for (const OrderGoodsEvent &each : event.goods)
        texts << deedOf(each, goods);
    if (!event.reason.isEmpty())
        texts << tr("Reason: %1").arg(event.reason);
    const int more = int(texts.size() - mostLinesTold);
    if (more > 0) {
        texts = texts.first(mostLinesTold);
        texts << tr("and %n more", nullptr, more);
    }
    return texts.join(u'\n');
}

QString OrderText::whoAndWhen(const OrderEvent &event)
{
    RecordEvent same;
    same.actor = event.actor;
    same.actorName = event.actorName;
    same.at = event.at;
    return RecordText::whoAndWhen(same);
}

} // namespace tanaban::ui
