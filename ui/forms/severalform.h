#pragma once

#include "ui/forms/actioncontroller.h"
#include "ui/forms/correctionforms.h"

class QPushButton;
class QTableWidget;
class QTableWidgetItem;

namespace tanaban::ui {

class PlaceChooser;

/// One action on several rows: a quantity for each, or another one for some, and rows that are left
/// out. All of it is one command.
class SeveralForm final : public ReasonedForm
{
    Q_OBJECT

public:
    SeveralForm(FormServices &services,
                ActionKind kind,
                const std::vector<StockContext> &stocks,
                QWidget *parent);

protected:
    std::optional<StockAction> action() const override;
    void fill(const StockAction &action) override;
    QWidget *complain(bool everything) override;
    std::pair<QWidget *, QLabel *> fieldOf(const DomainError &error) override;
    bool isEarly(const DomainError &error) const override;
    QString refusalText(const DomainError &error) const override;
    void glanceChanged() override;
    void judged() override;
    void changeEvent(QEvent *event) override;
    std::vector<StockContext> lookedAt() const override;
    QJsonObject moreTyped() const override;
    void typeMore(const QJsonObject &typed) override;
    /// Goes to the row of the goods that were scanned.
    QString fillFrom(const ScannedCode &code, const CodeHits &hits, QWidget *field) override;
    std::vector<Bin> fitting(const std::vector<Bin> &bins) const override;

private:
    struct Row
    {
        Glance view;
        QTableWidgetItem *goods = nullptr; ///< its check box: whether the row takes part
        QTableWidgetItem *free = nullptr;
        QTableWidgetItem *effect = nullptr;
        QuantityEdit *edit = nullptr;
        bool byHand = false; ///< does not follow the quantity for each

        bool takesPart() const;
        QString name() const; ///< in one line
    };

    void makeTable(const std::vector<StockContext> &stocks);
    void makePlace();
    StockAction actionOn(const StockContext &stock, qint64 quantity) const;
    qint64 freeOf(const StockContext &stock) const;
    QString hindranceOf(const StockContext &stock) const;
    void showFree(Row &row);
    void setEach(const std::function<QString(const Row &)> &text);
    void takeAll();
    void readPlaces();
    void gather();

    ActionKind m_kind;
    std::vector<Row> m_rows;
    QTableWidget *m_table = nullptr;
    QLabel *m_tableNote = nullptr;
    QPushButton *m_all = nullptr;
    PlaceChooser *m_place = nullptr;
    QComboBox *m_status = nullptr;
    bool m_filling = false;
    quint64 m_placesTurn = 0;
};

} // namespace tanaban::ui
