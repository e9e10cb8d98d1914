// Dialogs that are larger than the screen: all of them can be reached with the keyboard.
#include "ui/look/lowarea.h"

#include "tests/support/testprogram.h"
#include "ui/look/buttonbar.h"

#include <QApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tanaban::test {

class LowAreaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldIsReached();
    void growsAndStaysOnTheScreen();
    void theButtonsStayInSight_data();
    void theButtonsStayInSight();
    void beginsWhereItMeantTo_data();
    void beginsWhereItMeantTo();
    void whatFitsStaysAsItIs();
    void smallScreensAreLeftAlone();

private:
    static constexpr QSize room{944, 500};

    static std::unique_ptr<QDialog> make(int fields)
    {
        auto dialog = std::make_unique<QDialog>();
        dialog->setMinimumWidth(520);
        auto *column = new QVBoxLayout(dialog.get());
        auto *grid = new QGridLayout;
        for (int line = 0; line < fields; ++line) {
            auto *edit = new QLineEdit(dialog.get());
            edit->setObjectName(u"edit%1"_s.arg(line));
            grid->addWidget(new QLabel(u"x"_s, dialog.get()), line, 0);
            grid->addWidget(edit, line, 1);
        }
        column->addLayout(grid);
        auto *button = new QPushButton(u"Save"_s, dialog.get());
        button->setObjectName(u"save"_s);
        column->addWidget(button);
        return dialog;
    }
};

void LowAreaTest::everyFieldIsReached()
{
    constexpr int fields = 40;
    const auto dialog = make(fields);
    ui::fitInto(*dialog, room);
    dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(dialog.get()));
    QVERIFY2(dialog->height() <= room.height(), qPrintable(QString::number(dialog->height())));
    dialog->findChild<QLineEdit *>(u"edit0"_s)->setFocus();
    for (int step = 0; step <= fields; ++step) {
        const QWidget *focus = QApplication::focusWidget();
        QVERIFY(focus);
        QCOMPARE(focus->objectName(), step < fields ? u"edit%1"_s.arg(step) : u"save"_s);
        const QRect place(focus->mapTo(dialog.get(), QPoint()), focus->size());
        QVERIFY2(dialog->rect().contains(place), qPrintable(focus->objectName()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
}

void LowAreaTest::theButtonsStayInSight_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("bar") << 0;
    QTest::newRow("box") << 1;
    QTest::newRow("row") << 2;
}

/// Those at the foot, however they are made, while the fields above are scrolled.
void LowAreaTest::theButtonsStayInSight()
{
    QFETCH(int, kind);
    const auto dialog = make(40);
    auto *column = static_cast<QVBoxLayout *>(dialog->layout());
    QPushButton *done = nullptr;
    if (kind == 0) {
        auto *bar = new ui::ButtonBar(dialog.get());
        bar->space();
        done = bar->add(u"Done"_s, u"done"_s);
        column->addWidget(bar);
    } else if (kind == 1) {
        auto *box = new QDialogButtonBox(dialog.get());
        done = box->addButton(u"Done"_s, QDialogButtonBox::AcceptRole);
        column->addWidget(box);
    } else {
        auto *row = new QHBoxLayout;
        row->addStretch();
        row->addWidget(done = new QPushButton(u"Done"_s, dialog.get()));
        column->addLayout(row);
        auto *details = new QLabel(u"all of it"_s, dialog.get());
        column->addWidget(details);
        details->hide();
    }
    ui::fitInto(*dialog, room);
    dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(dialog.get()));
    const QScrollBar *bar = dialog->findChild<ui::LowArea *>()->verticalScrollBar();
    QVERIFY(bar->maximum() > 0);
    const QRect place(done->mapTo(dialog.get(), QPoint()), done->size());
    QVERIFY(dialog->rect().contains(place));
    QVERIFY(place.height() >= done->minimumSizeHint().height());
    QCOMPARE(QApplication::focusWidget()->objectName(), u"edit0"_s);
    done->setFocus();
    QCOMPARE(bar->value(), 0); // nothing has to move for it
    QTest::keyClick(done, Qt::Key_Backtab);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"save"_s);
    QTRY_VERIFY(bar->value() > 0);
}

/// Whatever comes into it while it is shown.
void LowAreaTest::growsAndStaysOnTheScreen()
{
    const auto dialog = make(40);
    ui::fitInto(*dialog, room);
    dialog->show();
    const auto *area = dialog->findChild<ui::LowArea *>();
    QVERIFY(area);
    const int before = area->widget()->height();
    static_cast<QVBoxLayout *>(area->widget()->layout())->addWidget(new QLabel(u"a\nb\nc"_s));
    QTRY_VERIFY(area->widget()->height() > before);
    ui::fitInto(*dialog, room);
    QCOMPARE(dialog->findChildren<ui::LowArea *>().size(), 1);
    QVERIFY(dialog->height() <= room.height());
}

void LowAreaTest::beginsWhereItMeantTo_data()
{
    QTest::addColumn<QString>("field");
    QTest::newRow("above") << u"edit2"_s;
    QTest::newRow("below") << u"edit35"_s;
}

/// In the field that the dialog gave the keyboard before it came up.
void LowAreaTest::beginsWhereItMeantTo()
{
    QFETCH(QString, field);
    const auto dialog = make(40);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok, dialog.get());
    static_cast<QVBoxLayout *>(dialog->layout())->addWidget(buttons);
    buttons->button(QDialogButtonBox::Ok)->setDefault(true);
    auto *edit = dialog->findChild<QLineEdit *>(field);
    edit->setFocus();
    ui::fitInto(*dialog, room);
    dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(dialog.get()));
    QCOMPARE(QApplication::focusWidget(), edit);
    QTRY_VERIFY(dialog->rect().contains(QRect(edit->mapTo(dialog.get(), QPoint()), edit->size())));
}

void LowAreaTest::whatFitsStaysAsItIs()
{
    const auto dialog = make(3);
    ui::fitInto(*dialog, room);
    QVERIFY(!dialog->findChild<ui::LowArea *>());
    QCOMPARE(dialog->minimumWidth(), 520);
}

void LowAreaTest::smallScreensAreLeftAlone()
{
    const auto dialog = make(40);
    ui::fitInto(*dialog, {});
    QVERIFY(!dialog->findChild<ui::LowArea *>());
}

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::LowAreaTest)
#include "lowareatest.moc"
