#include "model/codes.h"

#include "model/forbiddencharacters.h"

#include <QList>

#include <array>
#include <utility>

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

template <typename Enum>
struct Words;

template <>
struct Words<StorageCondition>
{
    static constexpr std::array table{
        std::pair{StorageCondition::RoomTemperature, u"room_temperature"},
        std::pair{StorageCondition::Refrigerated, u"refrigerated"},
        std::pair{StorageCondition::Frozen, u"frozen"}};
};
template <>
struct Words<StockStatus>
{
    static constexpr std::array table{std::pair{StockStatus::Available, u"available"},
                                      std::pair{StockStatus::Quarantined, u"quarantined"},
                                      std::pair{StockStatus::Damaged, u"damaged"}};
};
template <>
struct Words<EventKind>
{
    static constexpr std::array table{std::pair{EventKind::Open, u"open"},
                                      std::pair{EventKind::Receive, u"receive"},
                                      std::pair{EventKind::Reserve, u"reserve"},
                                      std::pair{EventKind::Release, u"release"},
                                      std::pair{EventKind::Ship, u"ship"},
                                      std::pair{EventKind::Move, u"move"},
                                      std::pair{EventKind::Adjust, u"adjust"},
                                      std::pair{EventKind::Status, u"status"},
                                      std::pair{EventKind::Hold, u"hold"},
                                      std::pair{EventKind::Confirm, u"confirm"},
                                      std::pair{EventKind::Expire, u"expire"}};
};
template <>
struct Words<AllocationState>
{
    static constexpr std::array table{std::pair{AllocationState::Pending, u"pending"},
                                      std::pair{AllocationState::Open, u"open"},
                                      std::pair{AllocationState::Shipped, u"shipped"},
                                      std::pair{AllocationState::Released, u"released"}};
};
template <>
struct Words<HoldState>
{
    static constexpr std::array table{std::pair{HoldState::Active, u"active"},
                                      std::pair{HoldState::Confirmed, u"confirmed"},
                                      std::pair{HoldState::Released, u"released"},
                                      std::pair{HoldState::Expired, u"expired"}};
};
template <>
struct Words<OrderState>
{
    static constexpr std::array table{std::pair{OrderState::Draft, u"draft"},
                                      std::pair{OrderState::Open, u"open"},
                                      std::pair{OrderState::Completed, u"completed"},
                                      std::pair{OrderState::Cancelled, u"cancelled"}};
};
template <>
struct Words<Role>
{
    static constexpr std::array table{std::pair{Role::Viewer, u"viewer"},
                                      std::pair{Role::Staff, u"staff"},
                                      std::pair{Role::Supervisor, u"supervisor"},
                                      std::pair{Role::Admin, u"admin"}};
};
template <>
struct Words<Entity>
{
    static constexpr std::array table{std::pair{Entity::Warehouse, u"warehouse"},
                                      std::pair{Entity::Zone, u"zone"},
                                      std::pair{Entity::Bin, u"bin"},
                                      std::pair{Entity::Product, u"product"},
                                      std::pair{Entity::Lot, u"lot"},
                                      std::pair{Entity::Partner, u"partner"},
                                      std::pair{Entity::Person, u"person"},
                                      std::pair{Entity::Order, u"order"},
                                      std::pair{Entity::Strategy, u"strategy"}};
};

template <typename Enum>
QString wordOf(Enum value)
{
    for (const auto &[candidate, word] : Words<Enum>::table) {
        if (candidate == value)
            return QString::fromUtf16(word);
    }
    Q_UNREACHABLE();
}

CodeFault checkPrintable(QStringView text, qsizetype longest)
{
    if (text.isEmpty())
        return CodeFault::Empty;
    // Half of a surrogate pair would be stored as another character than was typed.
    if (!text.isValidUtf16())
        return CodeFault::ControlCharacter;
    const QList<uint> characters = text.toUcs4();
    if (characters.size() > longest)
        return CodeFault::TooLong;
    for (const uint character : characters) {
        if (isForbidden(character))
            return CodeFault::ControlCharacter;
    }
    if (text.front().isSpace() || text.back().isSpace())
        return CodeFault::EdgeSpace;
    return CodeFault::NoFault;
}

} // namespace

QString codeOf(StorageCondition value)
{
    return wordOf(value);
}
QString codeOf(StockStatus value)
{
    return wordOf(value);
}
QString codeOf(EventKind value)
{
    return wordOf(value);
}
QString codeOf(AllocationState value)
{
    return wordOf(value);
}
QString codeOf(HoldState value)
{
    return wordOf(value);
}
QString codeOf(OrderState value)
{
    return wordOf(value);
}
QString codeOf(Role value)
{
    return wordOf(value);
}
QString codeOf(Entity value)
{
    return wordOf(value);
}

template <typename Enum>
std::optional<Enum> fromCode(QStringView code)
{
    for (const auto &[value, word] : Words<Enum>::table) {
        if (code == QStringView(word))
            return value;
    }
    return std::nullopt;
}
template std::optional<StorageCondition> fromCode<StorageCondition>(QStringView);
template std::optional<StockStatus> fromCode<StockStatus>(QStringView);
template std::optional<EventKind> fromCode<EventKind>(QStringView);
template std::optional<AllocationState> fromCode<AllocationState>(QStringView);
template std::optional<HoldState> fromCode<HoldState>(QStringView);
template std::optional<OrderState> fromCode<OrderState>(QStringView);
template std::optional<Role> fromCode<Role>(QStringView);
template std::optional<Entity> fromCode<Entity>(QStringView);

CodeFault checkWarehouseCode(QStringView code)
{
    if (code.isEmpty())
        return CodeFault::Empty;
    if (code.size() < 2)
        return CodeFault::TooShort;
    if (code.size() > 50)
        return CodeFault::TooLong;
    for (const QChar character : code) {
        const bool allowed = (character >= u'A' && character <= u'Z')
                             || (character >= u'0' && character <= u'9') || character == u'-';
        if (!allowed)
            return CodeFault::WrongCharacter;
    }
    return CodeFault::NoFault;
}

CodeFault checkCode(QStringView code)
{
    return checkPrintable(code, 50);
}

CodeFault checkName(QStringView name)
{
    return checkPrintable(name, 200);
}

QString normalized(const QString &code)
{
    return code.normalized(QString::NormalizationForm_C);
}

bool isForbidden(char32_t character)
{
    // Control, format (bidirectional overrides among them), surrogates and line separators:
    // they make two different codes look the same on a shelf label.
    const QChar::Category category = QChar::category(character);
    return category == QChar::Other_Control || category == QChar::Other_Format
           || category == QChar::Other_Surrogate || category == QChar::Other_NotAssigned
           || category == QChar::Separator_Line || category == QChar::Separator_Paragraph;
}

} // namespace tanaban
