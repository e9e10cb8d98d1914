#pragma once

#include <QHBoxLayout>

class QLineEdit;
class QPushButton;

namespace tanaban::ui {

/// A field for a file or folder, with the button that lets one look for it.
struct PathLine
{
    QHBoxLayout *layout;
    QPushButton *browse;
};
PathLine pathLine(QLineEdit *field);

/// Where people keep what they make: documents, or their home.
QString documentsFolder();

} // namespace tanaban::ui
