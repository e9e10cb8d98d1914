#pragma once

#include "model/labels/labelcode.h"

#include <QPointF>

#include <vector>

class QPainter;

namespace tanaban::print {

/// A bar code as dark and light modules, ready to be drawn: bars (one row) or a square.
class Barcode
{
public:
    /// Nothing: the encoder refuses the content; `code` must be one that labelCodeFor() gave.
    static std::optional<Barcode> make(const LabelCode &code);

    bool isSquare() const { return m_rows > 1; }
    int columns() const { return m_columns; }
    int rows() const { return m_rows; }
    bool isDark(int row, int column) const
    {
        return m_dark[size_t(row) * size_t(m_columns) + size_t(column)];
    }
    /// The light modules that must be kept beside it, as its standard says; of a square also above
    /// and below.
    int quietBefore() const { return m_quietBefore; }
    int quietAfter() const { return m_quietAfter; }
    /// How large a module may be so that scanners read it, in twips.
    double leastModule() const { return m_leastModule; }
    double greatestModule() const { return m_greatestModule; }

    /// Draws it without its quiet zones; `height` is that of bars.
    void paint(QPainter &painter, QPointF corner, double module, double height) const;

private:
    Barcode() = default;

    int m_columns = 0;
    int m_rows = 0;
    std::vector<bool> m_dark; ///< row by row
    int m_quietBefore = 0;
    int m_quietAfter = 0;
    double m_leastModule = 0;
    double m_greatestModule = 0;
};

} // namespace tanaban::print
