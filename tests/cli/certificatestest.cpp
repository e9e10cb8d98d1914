// A server that is not the one that it should be: whoever asks for its certificate to be checked is
// not connected, and is told why.
#include "tests/cli/program.h"
#include "tests/support/filecontent.h"
#include "tests/support/rawsql.h"
#include "tests/support/testprogram.h"
#include "tests/support/throwawaypostgres.h"

namespace tanaban::test {

class CertificatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void certificates_data();
    void certificates();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    void openssl(const QString &words) const;
    /// A certificate of ours for this host, until then (YYMMDDhhmmssZ).
    void sign(const QString &name, const QString &host, const QString &lastDay) const;
    void giveToServer(const QString &name);

    QTemporaryDir m_folder;
    std::unique_ptr<ThrowAwayPostgres> m_server;
    DatabaseUrl m_url;
};

void CertificatesTest::openssl(const QString &words) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(u"openssl"_s, split(words));
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        qFatal("openssl %s: %s", qPrintable(words), process.readAllStandardError().constData());
}

void CertificatesTest::sign(const QString &name, const QString &host, const QString &lastDay) const
{
    QVERIFY(put(path(u"names"_s), "subjectAltName = DNS:" + host.toUtf8() + '\n'));
    openssl(u"req -new -newkey rsa:2048 -nodes -keyout %1.key -out %1.csr -subj /CN=%2"_s.arg(
        name, host));
    openssl(u"ca -batch -config ours.conf -notext -in %1.csr -out %1.crt -extfile names "
            "-startdate 200101000000Z -enddate %2"_s.arg(name, lastDay));
}

void CertificatesTest::initTestCase()
{
    QVERIFY(put(path(u"ours.conf"_s),
                "[ca]\ndefault_ca = us\n[us]\ndir = .\ndatabase = index\nserial = serial\n"
                "new_certs_dir = .\nprivate_key = root.key\ncertificate = root.crt\n"
                "default_md = sha256\npolicy = any\nunique_subject = no\n"
                "[any]\ncommonName = supplied\n"));
    QVERIFY(put(path(u"index"_s), {}));
    QVERIFY(put(path(u"serial"_s), "01\n"));
    for (const QString &root : {u"root"_s, u"other"_s}) {
        openssl(u"req -x509 -newkey rsa:2048 -nodes -days 3650 -keyout %1.key -out %1.crt "
                "-subj /CN=%1"_s.arg(root));
    }
    sign(u"right"_s, u"localhost"_s, u"491231000000Z"_s);
    sign(u"elsewhere"_s, u"elsewhere.example"_s, u"491231000000Z"_s);
    sign(u"expired"_s, u"localhost"_s, u"200201000000Z"_s);
    m_server = ThrowAwayPostgres::another();
    QVERIFY2(m_server->isRunning(), qPrintable(m_server->failure()));
    m_url.engine = DatabaseUrl::Engine::Postgres;
    m_url.hosts = u"localhost"_s;
    m_url.ports = QString::number(m_server->port());
    m_url.user = QString::fromLatin1(ThrowAwayPostgres::superuser);
    m_url.database = u"postgres"_s;
}

/// Files of the server that only the server can read, made by itself. (COPY to a file makes one that
/// others can read, too, and such a key is refused.)
void CertificatesTest::giveToServer(const QString &name)
{
    RawSql sql(m_url);
    for (const QString &kind : {u"crt"_s, u"key"_s}) {
        const QStringList lines =
            QString::fromUtf8(contentOf(path(name + u'.' + kind))).trimmed().split(u'\n');
        const QString file =
            sql.run(u"SELECT current_setting('data_directory')"_s).front().front().toString()
            + u"/server."_s + kind;
        sql.run(u"COPY (SELECT unnest(ARRAY['%1'])) TO PROGRAM 'umask 077; cat > \"%2\"'"_s.arg(
            lines.join(u"','"_s), file));
    }
    sql.run(u"ALTER SYSTEM SET ssl = on"_s);
    sql.run(u"SELECT pg_reload_conf()"_s);
}

void CertificatesTest::certificates_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("root");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("right") << u"right"_s << u"root"_s << 0 << QByteArray();
    QTest::newRow("of another host")
        << u"elsewhere"_s << u"root"_s << 6 << QByteArray("elsewhere.example");
    QTest::newRow("expired") << u"expired"_s << u"root"_s << 6
                             << QByteArray("certificate verify failed");
    QTest::newRow("signed by somebody else")
        << u"right"_s << u"other"_s << 6 << QByteArray("certificate verify failed");
    QTest::newRow("right again") << u"right"_s << u"root"_s << 0 << QByteArray();
}

void CertificatesTest::certificates()
{
    QFETCH(QString, certificate);
    QFETCH(QString, root);
    QFETCH(int, status);
    QFETCH(QByteArray, words);
    giveToServer(certificate);
    DatabaseUrl url = m_url;
    url.database = u"goods"_s;
    if (status == 0) {
        RawSql sql(m_url);
        sql.run(u"DROP DATABASE IF EXISTS goods WITH (FORCE)"_s);
        sql.run(u"CREATE DATABASE goods"_s);
    }
    url.options[u"sslmode"_s] = u"verify-full"_s;
    url.options[u"sslrootcert"_s] = path(root + u".crt"_s);
    // The server takes its new files for connections from a moment later on.
    Answer answer;
    const bool told = QTest::qWaitFor(
        [&] {
            answer = runProgram({u"--db"_s, url.toString(), u"init"_s}, m_folder.path());
            return answer.status == status && answer.err.contains(words);
        },
        10'000);
    QVERIFY2(told, QByteArray(QByteArray::number(answer.status) + ' ' + answer.err).constData());
}

} // namespace tanaban::test

TANABAN_TEST(tanaban::test::CertificatesTest)
#include "certificatestest.moc"
