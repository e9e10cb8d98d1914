#pragma once

#include "ui/conflict/glance.h"
#include "ui/forms/submission.h"
#include "ui/scan/scantarget.h"

#include <QDialog>
#include <QJsonObject>

class QGridLayout;
class QLabel;
class QPushButton;

namespace tanaban::ui {

class FactsCard;
class QuantityEdit;
class StripBar;
class WaitingBar;
class ConflictDialog;

/// What all forms of stock actions share: what the person looks at, checking as one types, the way
/// of the command, and everything that can come back. A form knows only its own fields.
class StockForm
    : public QDialog
    , public ScanTarget
{
    Q_OBJECT

public:
    StockForm(FormServices &services, const Glance &glance, QWidget *parent);
    ~StockForm() override;

    /// Fills the fields with what was typed before, and says why the form is open again.
    void reopen(const StockCommand &command, const QString &why);

    /// What is typed, to open such a form again with after the program has ended. `command` is the id
    /// it is sent under.
    QJsonObject draft() const;
    void reopen(const QJsonObject &draft, const QString &why);
    static QUuid commandOf(const QJsonObject &draft);
    /// The rows of a draft, with the versions that were looked at.
    static Versions versionsOf(const QJsonObject &draft);

    void reject() override;

    bool takesScans() const override;
    void takeScan(const ScannedCode &code, QWidget *field, ScanFeedback &feedback) override;

Q_SIGNALS:
    /// Done; the form has closed. `deed` is the part of the text that says what was done.
    void committed(const QString &text,
                   const std::vector<qint64> &ids,
                   const tanaban::StockCommand &command,
                   const QString &deed);
    /// Closed before the outcome was known.
    void left(const QString &text);
    /// A command is on its way.
    void busyChanged(bool busy);
    /// draft() is another one, and it must be kept before anything is sent.
    void draftChanged();

protected:
    /// What is typed, as far as it makes sense; nothing while something is missing or wrong.
    virtual std::optional<StockAction> action() const = 0;
    /// Puts what was asked for into the fields.
    virtual void fill(const StockAction &action) = 0;
    /// Says at the fields what is missing or wrong with them alone; the first such field.
    virtual QWidget *complain(bool everything) = 0;
    /// The field a refusal belongs to, and where it is said.
    virtual std::pair<QWidget *, QLabel *> fieldOf(const DomainError &error) = 0;
    /// What nobody has typed yet is not wrong yet: said only when the person wants to commit.
    virtual bool isEarly(const DomainError &error) const
    {
        return error.rule == Rule::ReasonMissing;
    }
    /// What is said of a refusal that belongs to no field.
    virtual QString refusalText(const DomainError &error) const { return messageOf(error); }
    /// What is typed was judged again.
    virtual void judged() {}
    /// The figures changed (other goods, or a fresh look).
    virtual void glanceChanged() {}
    /// What lies at the place is known.
    virtual void placeChanged() {}

    /// Something was scanned and looked up: fills in what it is, goes on to the next field, and
    /// answers why it cannot; empty when it did. There is at most one product among the hits, and of
    /// the bins those that fitting() chose. Without an own answer, a scan confirms that the goods at
    /// hand are those of the form.
    virtual QString fillFrom(const ScannedCode &code, const CodeHits &hits, QWidget *field);
    /// Which of several bins with the same code can be meant; one, if possible.
    virtual std::vector<Bin> fitting(const std::vector<Bin> &bins) const;
    /// Puts the count of an element string into the quantity, if it has one.
    void fillCount(const ScannedCode &code);
    /// To the first of these fields that is empty; if none is, to the button that commits.
    void goOn(std::initializer_list<QWidget *> fields);

    void build(const QString &title, const QString &verb);
    /// One field with its label (as buddy) and the place below it where it is judged.
    QLabel *addField(const QString &label, QWidget *field, const QString &name);
    /// Call after the last field: the order of Tab, and what has the focus.
    void finish(QWidget *first);
    void setNote(QLabel *note, const QString &text, bool bad);
    QuantityEdit *addQuantity(const QString &label);
    QuantityEdit *quantity() const { return m_quantity; }
    QLabel *quantityNote() const { return m_quantityNote; }
    /// What is wrong with the quantity alone, said beside it; true when something is.
    bool complainOfQuantity(bool everything);
    /// All rows the person looks at, also those that are left out.
    virtual std::vector<StockContext> lookedAt() const { return m_glance.stocks(); }
    /// What is typed besides the fields that have a name.
    virtual QJsonObject moreTyped() const { return {}; }
    virtual void typeMore(const QJsonObject &typed) { Q_UNUSED(typed); }

    /// A refusal that is about how much.
    static bool isAboutQuantity(const DomainError &error);
    /// Reads what is known of the place and the goods there, and judges again.
    void loadPlace(const StockKey &key);
    void setPlace(const std::optional<PlaceContext> &place);
    /// Judges what is typed; called whenever something changes.
    void recheck();
    void setGlance(const Glance &glance);
    const Glance &glance() const { return m_glance; }
    FormServices &services() { return m_services; }

private:
    void onFound(const ScannedCode &code, CodeHits hits, QWidget *field, ScanFeedback &feedback);
    void sayWhy(const QString &why);
    void submit();
    void onFinished(const CommandResult &result);
    void onStopped();
    void openConflict(const StockCommand &command, const FreshGlance &fresh);
    void loadConflict(const CommandResult &result);
    void showRefusal(const DomainError &error);
    void succeed(const StockCommand &command, const Glance &decidedOn, const CommandResult &result);
    void poll();
    void lookAgain();
    void updateState();
    QWidget *buildButtons(const QString &verb);

    FormServices &m_services;
    Glance m_glance;
    Submission *m_submission = nullptr;
    WaitingBar *m_waiting = nullptr;
    FactsCard *m_facts = nullptr;
    StripBar *m_strip = nullptr;
    QGridLayout *m_fields = nullptr;
    QLabel *m_effect = nullptr;
    QLabel *m_problem = nullptr;
    QPushButton *m_commit = nullptr;
    QPushButton *m_back = nullptr;
    QuantityEdit *m_quantity = nullptr;
    QLabel *m_quantityNote = nullptr;
    QUuid m_nextId; ///< of the command that is sent next: known before, so that a draft has it
    QPointer<QWidget> m_focused; ///< while nothing can be typed
    quint64 m_placeTurn = 0;
    quint64 m_scanTurn = 0;
    QTimer m_poll;
    QPointer<ConflictDialog> m_conflict;
    bool m_polling = false;
    bool m_loading = false;
    bool m_tried = false; ///< the person wanted to commit: what is missing may be said now
};

} // namespace tanaban::ui
