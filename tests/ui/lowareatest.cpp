// Dialogs that are larger than the screen: all of them can be reached with the keyboard.
#include "ui/look/lowarea.h"

#include "tests/support/testprogram.h"

#include <QApplication>
#include <QDialog>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
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
