#pragma once

#include "model/overview.h"
#include "ui/place.h"

#include <QElapsedTimer>
#include <QTimer>

class QGridLayout;
class QLabel;
class QScrollArea;

namespace tanaban::ui {

class Card;
struct CardContent;

/// What needs a person today: a card for each thing, with its number, what it says and a small plot;
/// and at which hours most is done. Cards and bars open the rows behind them.
class OverviewPlace : public Place
{
    Q_OBJECT

public:
    explicit OverviewPlace(const PlaceServices &services, QWidget *parent = nullptr);

    QString id() const override { return QStringLiteral("overview"); }
    QString title() const override;
    /// Enter looks for it in the stock.
    void acceptSearch(const QString &text) override;
    bool readsSearchLanguage() const override { return true; }
    /// Soon: it is a sum over all stock, so not at every single change, and not unseen.
    void refresh() override;
    void restore(const QJsonObject &state) override;
    void takeFocus() override;
    /// What the card or bar with the keyboard says.
    QString selectedText() const override;
    std::vector<PlaceScene> scenes() override;

    /// nullptr while it is not known what needs somebody.
    Card *card(const QString &id) const;
    /// How often the stock has been looked through, those that failed too.
    int readings() const { return m_readings; }

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void read();
    void take(const Overview &overview);
    void onFailed(const ReadFailure &failure);
    void readAfter(qint64 milliseconds);
    void put(const std::vector<CardContent> &contents, std::vector<Card *> &cards);
    void arrange();
    void orderTabs();
    QWidget *makeCalm();

    PlaceServices m_services;
    QLabel *m_title;
    QLabel *m_asOf;
    QLabel *m_loading;
    QWidget *m_calm;
    QScrollArea *m_area;
    QWidget *m_page;
    QGridLayout *m_grid;
    std::vector<Card *> m_needs;
    std::vector<Card *> m_hours;
    int m_columns = 0;
    QTimer m_soon;
    QTimer m_nowAndThen;
    QElapsedTimer m_sinceRead;
    qint64 m_pause = 0; ///< between two readings, in milliseconds
    int m_readings = 0;
    bool m_reading = false;
    bool m_again = false;   ///< something changed while it was read
    bool m_unseen = false;  ///< it should be read as soon as somebody looks
    bool m_failing = false; ///< the last reading failed, and it was told
};

} // namespace tanaban::ui
