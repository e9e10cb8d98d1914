// drawicon SVG SIZE FILE: the icon as a picture; FILE ends in .png, .ico (Windows) or .icns (macOS).
#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QSaveFile>
#include <QSvgRenderer>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace {

QByteArray picture(QSvgRenderer &drawing, int size, const char *format)
{
    QImage image(size, size, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    drawing.render(&painter);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, format))
        qFatal("no picture of the format %s can be written", format);
    return bytes;
}

QByteArray bigEndian(qsizetype number)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(quint32(number), bytes.data());
    return bytes;
}

/// Blocks of a name, a length and a picture, after the name and length of the whole.
QByteArray macIcon(QSvgRenderer &drawing)
{
    QByteArray blocks;
    for (const auto &[name, size] :
         {std::pair("ic07", 128), std::pair("ic08", 256), std::pair("ic09", 512)})
    {
        const QByteArray png = picture(drawing, size, "PNG");
        blocks += QByteArray(name) + bigEndian(png.size() + 8) + png;
    }
    return "icns" + bigEndian(blocks.size() + 8) + blocks;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    QSvgRenderer drawing(arguments.value(1));
    const int size = arguments.value(2).toInt();
    const QString target = arguments.value(3);
    QSaveFile file(target);
    if (!drawing.isValid() || size <= 0 || !file.open(QIODevice::WriteOnly))
        qFatal("drawicon SVG SIZE FILE");
    const QString suffix = QFileInfo(target).suffix();
    file.write(suffix == u"icns"_s  ? macIcon(drawing)
               : suffix == u"ico"_s ? picture(drawing, size, "ICO")
                                    : picture(drawing, size, "PNG"));
    return file.commit() ? 0 : 1;
}
