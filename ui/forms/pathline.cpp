#include "ui/forms/pathline.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

struct PathText
{
    Q_DECLARE_TR_FUNCTIONS(PathText)
};

} // namespace

PathLine pathLine(QLineEdit *field)
{
    PathLine line{new QHBoxLayout, new QPushButton(PathText::tr("Browse…"), field->parentWidget())};
    line.browse->setObjectName(u"browseButton"_s);
    line.browse->setAutoDefault(false);
    line.layout->setSpacing(8);
    line.layout->addWidget(field, 1);
    line.layout->addWidget(line.browse);
    QWidget::setTabOrder(field, line.browse);
    return line;
}

QString documentsFolder()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return !folder.isEmpty() && QFileInfo(folder).isDir() ? folder : QDir::homePath();
}

} // namespace tanaban::ui
