#pragma once

#include <QFont>

#include "print/barcode.h"
#include "print/document.h"
#include "print/labelstock.h"

namespace tanaban::print {

class TextMeasure;

/// What stands on a label.
struct Label
{
    QString title;      ///< the name, or what is read from afar
    bool large = false; ///< the title is what matters most: the code of a bin
    QStringList lines;  ///< below it: lot, expiry
    QString readable;   ///< the code for people, below the bars
    Barcode barcode;
};

/// How labels are to be printed.
struct LabelJob
{
    LabelStock stock;
    int start = 0;  ///< labels of the first sheet that are used already
    int copies = 1; ///< of each label, one after the other
    /// Of the printer: modules are whole dots, so that bars are as wide as they are meant to be.
    int dotsPerInch = 600;
    QFont family;
};

/// The room for a label, and what fits into it.
class LabelLayout
{
public:
    explicit LabelLayout(const LabelJob &job);

    /// The bars can be drawn so that scanners read them.
    bool fits(const Barcode &barcode) const { return moduleFor(barcode) > 0; }
    /// Paints a label in twips, its left upper corner at 0, 0.
    void paint(QPainter &painter, const Label &label) const;

private:
    /// The greatest module of whole dots for the room there is; 0: none is large enough.
    double moduleFor(const Barcode &barcode) const;
    /// The nearest length that is whole dots, where a code may begin.
    double onDot(double length) const;
    void paintBars(QPainter &painter, const Label &label) const;
    void paintSquare(QPainter &painter, const Label &label) const;
    void paintText(QPainter &painter, const Label &label, const QRectF &room) const;
    bool isUpright() const { return m_inside.height() > m_inside.width() * 0.9; }

    QRectF m_inside;   ///< twips
    double m_size = 0; ///< of letters
    double m_dot = 0;
    QFont m_family;
};

/// Labels on their sheets.
class LabelDocument final : public Document
{
public:
    LabelDocument(std::vector<Label> labels, LabelJob job);

    int pageCount() const override;
    QPageLayout layout() const override;
    Result<Done, QString> paint(QPainter &painter, int page) const override;

private:
    std::vector<Label> m_labels;
    LabelJob m_job;
    LabelLayout m_layout;
};

} // namespace tanaban::print
