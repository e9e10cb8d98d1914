#pragma once

#include "tests/ui/windowfixture.h"
#include "ui/forms/stockform.h"
#include "ui/scan/scanlistener.h"
#include "ui/stock/stockmodel.h"
#include "ui/stock/stockplace.h"
#include "ui/stock/stockview.h"
#include "ui/windowactions.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>

namespace tanaban::test {

inline const QString teaBarcode = QStringLiteral("4901234567894");

/// A window on two products in two zones, and a scanner at its keyboard: the time between keys is
/// handed in.
class ScanFixture
{
public:
    ScanFixture()
        : database(Engine::Sqlite)
    {
        using namespace Qt::StringLiterals;
        StockSeed seed;
        seed.product = u"TEA"_s;
        seed.lot = u"L-204"_s;
        seed.bin = u"A-01"_s;
        database.stockRow(seed);
        seed.product = u"MILK"_s;
        seed.lot = u"M-1"_s;
        seed.bin = u"B-07"_s;
        seed.zone = 2;
        database.stockRow(seed);
        database.bin(u"WH001"_s, 1, u"C-03"_s);
        database.bin(u"WH001"_s, 2, u"C-03"_s);
        database.zone(u"WH001"_s, 3, StorageCondition::Frozen);
        database.bin(u"WH001"_s, 3, u"F-01"_s);
        database.sql(u"UPDATE products SET barcode = ?, name = 'Green tea' WHERE code = 'TEA'"_s,
                     {teaBarcode});
        m = std::make_unique<WindowFixture>(database.url());
        feedback = std::make_unique<ui::ScanFeedback>([this] { ++sounds; });
        listener = std::make_unique<ui::ScanListener>(*feedback, [this] { return now; });
        m->open();
        if (!QTest::qWaitFor([this] { return stock().model().complete(); }))
            qFatal("no stock is shown");
        stock().view().setFocus();
    }

    void press(QChar character)
    {
        now += between;
        QWidget *popup = QApplication::activePopupWidget();
        QWidget *receiver = popup ? popup : QApplication::focusWidget();
        if (character == groupSeparator)
            QTest::keyClick(receiver, Qt::Key_BracketRight, Qt::ControlModifier);
        else
            QTest::keyClick(receiver, character.toLatin1());
    }

    void scan(const QString &code, Qt::Key end = Qt::Key_Return)
    {
        now += 500;
        for (const QChar character : code)
            press(character);
        now += between;
        QTest::keyClick(QApplication::focusWidget(), end);
    }

    /// What is said over a window; empty: nothing.
    static QString notice()
    {
        for (QWidget *top : QApplication::topLevelWidgets()) {
            const auto *label = top->findChild<QLabel *>(QStringLiteral("scanNoticeText"));
            if (label && label->isVisible())
                return label->text();
        }
        return {};
    }

    QString searchText() { return m->window->search().text(); }
    ui::StockPlace &stock() { return m->window->workspace()->stockPlace(); }

    ui::StockForm *open(ui::ActionKind kind)
    {
        m->window->actions().stock(kind)->trigger();
        const auto form = [this] { return m->window->workspace()->controller().form(); };
        const bool there = QTest::qWaitFor(
            [&] { return form() && form()->isVisible() && m->calm(); });
        return there && QTest::qWaitForWindowActive(form()) ? form() : nullptr;
    }

    /// What stands in a field of the form.
    QString textOf(const char *field)
    {
        QWidget *form = m->window->workspace()->controller().form();
        if (const auto *box = form->findChild<QComboBox *>(QLatin1String(field)))
            return box->currentText();
        return form->findChild<QLineEdit *>(QLatin1String(field))->text();
    }

    /// Selects the first row that is found.
    bool select(const QString &search)
    {
        m->window->search().setText(search);
        stock().acceptSearch(search);
        return QTest::qWaitFor([this] {
            return stock().model().complete() && m->calm() && stock().stockRows().size() == 1;
        });
    }

    static QString focused() { return QApplication::focusWidget()->objectName(); }

    qint64 now = 1'000;
    int between = 8;
    int sounds = 0;
    TestDatabase database;
    std::unique_ptr<WindowFixture> m;
    std::unique_ptr<ui::ScanFeedback> feedback;
    std::unique_ptr<ui::ScanListener> listener;
};

} // namespace tanaban::test
