#include "ui/personalsettings.h"

#include <QCryptographicHash>
#include <QEvent>
#include <QHeaderView>
#include <QSettings>
#include <QTimer>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int keepAfterMilliseconds = 300;

/// Writes once the changes have rested, and at once when the header is hidden, as it is when its
/// window closes.
class HeaderKeeper final : public QObject
{
public:
    HeaderKeeper(QHeaderView *header, PersonalSettings settings, QString key)
        : QObject(header)
        , m_header(header)
        , m_settings(std::move(settings))
        , m_key(std::move(key))
    {
        m_soon.setSingleShot(true);
        m_soon.setInterval(keepAfterMilliseconds);
        const auto start = qOverload<>(&QTimer::start);
        connect(&m_soon, &QTimer::timeout, this, &HeaderKeeper::keep);
        connect(header, &QHeaderView::sectionResized, &m_soon, start);
        connect(header, &QHeaderView::sectionMoved, &m_soon, start);
        connect(header, &QHeaderView::sortIndicatorChanged, &m_soon, start);
        header->installEventFilter(this);
    }

private:
    void keep() { m_settings.setValue(m_key, m_header->saveState()); }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Hide && m_soon.isActive()) {
            m_soon.stop();
            keep();
        }
        return QObject::eventFilter(watched, event);
    }

    QHeaderView *m_header;
    PersonalSettings m_settings;
    QString m_key;
    QTimer m_soon;
};

} // namespace

PersonalSettings::PersonalSettings(const DatabaseUrl &url, const QString &login)
{
    const QByteArray who = (url.toString() + u'\n' + login).toUtf8();
    const QByteArray hash = QCryptographicHash::hash(who, QCryptographicHash::Sha1);
    m_group = u"people/"_s + QString::fromLatin1(hash.toHex().left(16)) + u'/';
}

QVariant PersonalSettings::value(const QString &key, const QVariant &otherwise) const
{
    return QSettings().value(m_group + key, otherwise);
}

void PersonalSettings::setValue(const QString &key, const QVariant &value)
{
    QSettings settings;
    if (settings.value(m_group + key) != value) // setting the same again would write the file again
        settings.setValue(m_group + key, value);
}

PersonalSettings PersonalSettings::part(const QString &name) const
{
    PersonalSettings result = *this;
    result.m_group += name + u'/';
    return result;
}

bool PersonalSettings::keepHeader(QHeaderView *header, const QString &key)
{
    const QString whole = key + u'/' + QString::number(header->count());
    const bool kept = header->restoreState(value(whole).toByteArray());
    new HeaderKeeper(header, *this, whole);
    return kept;
}

} // namespace tanaban::ui
