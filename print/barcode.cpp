#include "print/barcode.h"

#include <QPainter>

#include <memory>
#include <zint.h>

#include "print/document.h"

namespace tanaban::print {

using namespace Qt::StringLiterals;

namespace {

/// What is told to the encoder, and what the standards ask for around its answer.
struct Manner
{
    int symbology;
    int inputMode;
    int quietBefore;
    int quietAfter;
    double leastModule; ///< millimetres
    double greatestModule;
};

Manner mannerOf(Symbology symbology)
{
    switch (symbology) {
    case Symbology::Ean13:
        return {BARCODE_EANX, DATA_MODE, 11, 7, 0.25, 0.45};
    case Symbology::Code128:
        return {BARCODE_CODE128, DATA_MODE, 10, 10, 0.19, 0.5};
    case Symbology::Qr:
        return {BARCODE_QRCODE, UNICODE_MODE, 4, 4, 0.25, 1.5};
    case Symbology::Gs1DataMatrix: // one module is the least; two are easier on real scanners
        return {BARCODE_DATAMATRIX, GS1_MODE, 2, 2, 0.25, 1.5};
    }
    Q_UNREACHABLE();
}

} // namespace

std::optional<Barcode> Barcode::make(const LabelCode &code)
{
    const Manner manner = mannerOf(code.symbology);
    const std::unique_ptr<zint_symbol, decltype(&ZBarcode_Delete)> symbol(ZBarcode_Create(),
                                                                          &ZBarcode_Delete);
    if (!symbol)
        return std::nullopt;
    symbol->symbology = manner.symbology;
    symbol->input_mode = manner.inputMode;
    if (code.symbology == Symbology::Gs1DataMatrix)
        symbol->option_3 = DM_SQUARE;
    const QByteArray content = code.content.toUtf8();
    std::vector<unsigned char> bytes(content.begin(), content.end());
    if (bytes.empty()
        || ZBarcode_Encode(symbol.get(), bytes.data(), int(bytes.size())) >= ZINT_ERROR)
        return std::nullopt;
    Barcode barcode;
    const bool square = code.symbology == Symbology::Qr
                        || code.symbology == Symbology::Gs1DataMatrix;
    barcode.m_columns = symbol->width;
    barcode.m_rows = square ? symbol->rows : 1;
    for (int row = 0; row < barcode.m_rows; ++row) {
        for (int column = 0; column < barcode.m_columns; ++column) {
            const unsigned byte = symbol->encoded_data[row][column / 8];
            barcode.m_dark.push_back(((byte >> (column % 8)) & 1U) != 0);
        }
    }
    barcode.m_quietBefore = manner.quietBefore;
    barcode.m_quietAfter = manner.quietAfter;
    barcode.m_leastModule = manner.leastModule * twipsPerMillimetre;
    barcode.m_greatestModule = manner.greatestModule * twipsPerMillimetre;
    return barcode;
}

void Barcode::paint(QPainter &painter, QPointF corner, double module, double height) const
{
    painter.save();
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::black);
    painter.setRenderHint(QPainter::Antialiasing, false);
    const double rowHeight = isSquare() ? module : height;
    for (int row = 0; row < m_rows; ++row) {
        for (int column = 0; column < m_columns;) {
            int end = column;
            while (end < m_columns && isDark(row, end))
                ++end;
            if (end > column) {
                // Neighbours in one piece: seams between them would be light lines.
                painter.drawRect(QRectF(corner.x() + column * module,
                                        corner.y() + row * rowHeight,
                                        (end - column) * module,
                                        rowHeight));
            }
            column = std::max(end, column + 1);
        }
    }
    painter.restore();
}

} // namespace tanaban::print
