#pragma once

#include <QProxyStyle>

namespace tanaban::ui {

/// Fusion with quieter metrics: no focus rectangles inside lists (the row shows it), icons of 16 px
/// in tool bars, hairline splitters.
class Style final : public QProxyStyle
{
    Q_OBJECT

public:
    Style();

    using QProxyStyle::polish;
    /// Labels and tool tips show text as it is: data that looks like HTML must not be taken for it.
    /// Whoever wants more sets Qt::RichText.
    void polish(QWidget *widget) override;

    int pixelMetric(PixelMetric metric,
                    const QStyleOption *option,
                    const QWidget *widget) const override;
    int styleHint(StyleHint hint,
                  const QStyleOption *option,
                  const QWidget *widget,
                  QStyleHintReturn *returnData) const override;
    void drawPrimitive(PrimitiveElement element,
                       const QStyleOption *option,
                       QPainter *painter,
                       const QWidget *widget) const override;
};

} // namespace tanaban::ui
