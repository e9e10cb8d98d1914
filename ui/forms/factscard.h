#pragma once

#include "ui/conflict/glance.h"

#include <QWidget>

class QLabel;

namespace tanaban::ui {

/// What the person looks at: the goods, where they are, and the three figures.
class FactsCard : public QWidget
{
    Q_OBJECT

public:
    explicit FactsCard(QWidget *parent);

    void present(const Glance &glance);

private:
    struct Figure
    {
        QLabel *label = nullptr;
        QLabel *value = nullptr;
    };
    Figure addFigure(const QString &title, const QString &name, bool principal);
    void setFigure(const Figure &figure, qint64 quantity, const Product &product, bool withUnit);

    QLabel *m_name = nullptr;
    QLabel *m_code = nullptr;
    QLabel *m_place = nullptr;
    QWidget *m_figures = nullptr;
    Figure m_onHand;
    Figure m_reserved;
    Figure m_available;
};

/// A quiet line in an open form: somebody changed the row meanwhile. Nothing changes by itself.
class StripBar : public QWidget
{
    Q_OBJECT

public:
    explicit StripBar(QWidget *parent);

    void tell(const QString &text);
    QString text() const;

Q_SIGNALS:
    /// The person wants to see the new figures.
    void lookAgain();

private:
    QLabel *m_text = nullptr;
};

} // namespace tanaban::ui
