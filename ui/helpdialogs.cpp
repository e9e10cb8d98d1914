#include "ui/helpdialogs.h"

#include "ui/actiontext.h"
#include "ui/look/symbol.h"
#include "ui/look/theme.h"
#include "ui/windowactions.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

QDialogButtonBox *closeButton(QDialog *dialog)
{
    auto *box = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(box, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    return box;
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const WindowActions &actions, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"shortcutsDialog"_s);
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(6);
    const auto add = [&](const QString &keys, const QString &text) {
        const int row = grid->rowCount();
        auto *key = new QLabel(keys, this);
        key->setFont(fontOf(TextSize::Normal, true));
        grid->addWidget(key, row, 0);
        grid->addWidget(new QLabel(text, this), row, 1);
    };
    for (const QAction *action : actions.findChildren<QAction *>(Qt::FindDirectChildrenOnly)) {
        QStringList keys;
        for (const QKeySequence &shortcut : action->shortcuts())
            keys << shortcut.toString(QKeySequence::NativeText);
        if (!keys.isEmpty())
            add(keys.join(u", "_s), plainText(action->text()));
    }
    add(tr("Enter"), tr("In the search field: select the first row found"));
    add(tr("Down"), tr("From the search field into the table"));
    add(tr("Esc"), tr("Clear the search field"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(16);
    layout->addLayout(grid);
    layout->addWidget(closeButton(this));
}

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"aboutDialog"_s);
    setWindowTitle(tr("About Tanaban"));
    auto *symbol = new Symbol(u"tanaban"_s, 48, this);
    symbol->setSymbol(u"tanaban"_s, Symbol::Tone::Accent);
    auto *name = new QLabel(u"Tanaban " TANABAN_VERSION ""_s, this);
    name->setFont(fontOf(TextSize::Title, true));
    auto *text = new QLabel(tr("Stock, orders and allocation that people can trust.\n"
                               "棚番 (tanaban) is the code on the shelf."),
                            this);
    auto *qt = new QLabel(tr("Made with Qt %1.").arg(QString::fromLatin1(qVersion())), this);
    qt->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(32, 24, 32, 16);
    layout->setSpacing(8);
    layout->addWidget(symbol, 0, Qt::AlignHCenter);
    for (QLabel *label : {name, text, qt}) {
        label->setAlignment(Qt::AlignCenter);
        layout->addWidget(label);
    }
    layout->addSpacing(8);
    layout->addWidget(closeButton(this));
}

} // namespace tanaban::ui
