package org.shuangbaodao.operations;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A zip file: the dump, the keys if they were asked for, and {@code backup.properties} with what a restored database is held
 * against. It is written beside its place and gets its name when it is complete and on the disk.
 */
final class BackupFile implements AutoCloseable {

    private static final String DUMP = "dump.sql";
    private static final String FACTS = "backup.properties";
    private static final String KEYS = "keys/";
    private static final String FORMAT = "1";

    private final ZipFile zip;
    private final Facts facts;

    private BackupFile(ZipFile zip, Facts facts) {
        this.zip = zip;
        this.facts = facts;
    }

    /**
     * Where a dump comes from.
     *
     * @param createdAt when, ISO 8601 in UTC
     * @param schemaVersion the newest migration
     * @param family of the database
     */
    record Origin(String createdAt, String schemaVersion, String family) {
    }

    /**
     * What the file says of itself.
     *
     * @param rows by table, tables without a row absent
     * @param keys fingerprints of the installation's keys, by file name
     */
    record Facts(Origin origin, String dumpDigest, Map<String, Long> rows, Map<String, String> keys) {

        long allRows() {
            return rows.values().stream().mapToLong(Long::longValue).sum();
        }

        private Properties toProperties() {
            Properties properties = new Properties();
            properties.setProperty("format", FORMAT);
            properties.setProperty("created", origin.createdAt);
            properties.setProperty("schema", origin.schemaVersion);
            properties.setProperty("family", origin.family);
            properties.setProperty("dump", dumpDigest);
            rows.forEach((table, count) -> properties.setProperty("rows." + table, count.toString()));
            keys.forEach((name, digest) -> properties.setProperty("key." + name, digest));
            return properties;
        }

        private static Facts of(Properties properties) {
            Map<String, Long> rows = new TreeMap<>();
            Map<String, String> keys = new TreeMap<>();
            for (String name : properties.stringPropertyNames()) {
                if (name.startsWith("rows.")) {
                    rows.put(name.substring(5), Long.valueOf(properties.getProperty(name)));
                } else if (name.startsWith("key.")) {
                    keys.put(name.substring(4), properties.getProperty(name));
                }
            }
            return new Facts(new Origin(properties.getProperty("created"), properties.getProperty("schema"),
                    properties.getProperty("family")), properties.getProperty("dump"), rows, keys);
        }
    }

    /** Writes everything into one stream. */
    interface Source {

        void writeTo(OutputStream target) throws IOException;
    }

    /**
     * Writes a new file.
     *
     * @param keysFolder whose keys go into the file, or null
     */
    static Facts write(Path target, Source dump, Origin origin, Map<String, String> keys,
            Path keysFolder) throws IOException {
        Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        Files.deleteIfExists(unfinished);
        try (FileChannel channel = FileChannel.open(unfinished, Set.of(StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE), privately());
                ZipOutputStream zip = new ZipOutputStream(Channels.newOutputStream(channel))) {
            Facts facts = fill(zip, dump, origin, keys, keysFolder);
            zip.finish();
            channel.force(true);
            Files.move(unfinished, target);
            return facts;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static Facts fill(ZipOutputStream zip, Source dump, Origin origin, Map<String, String> keys, Path keysFolder)
            throws IOException {
        MessageDigest digest = Keys.sha256();
        zip.putNextEntry(new ZipEntry(DUMP));
        RowCounter counter = new RowCounter(new DigestOutputStream(notClosing(zip), digest));
        dump.writeTo(counter);
        counter.flush();
        if (keysFolder != null) {
            for (String name : keys.keySet()) {
                zip.putNextEntry(new ZipEntry(KEYS + name));
                Files.copy(keysFolder.resolve(name), zip);
            }
        }
        Facts facts = new Facts(origin, HexFormat.of().formatHex(digest.digest()), counter.rows(), keys);
        zip.putNextEntry(new ZipEntry(FACTS));
        facts.toProperties().store(notClosing(zip), null);
        zip.closeEntry();
        return facts;
    }

    private static OutputStream notClosing(OutputStream stream) {
        return new FilterOutputStream(stream) {

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    private static FileAttribute<?>[] privately() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix ? new FileAttribute<?>[] {
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) } : new FileAttribute<?>[0];
    }

    /**
     * Opens a file and reads it through once: what is cut short or damaged is refused before anything is touched.
     *
     * @throws Refusal in words for the operator
     */
    static BackupFile open(Path file) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (NoSuchFileException | java.io.FileNotFoundException e) {
            throw new Refusal(e, "There is no file '%s'.", file);
        } catch (ZipException e) {
            throw new Refusal(e, "'%s' is cut short, damaged, or no backup of this service. Nothing was changed.", file);
        }
        try {
            BackupFile backup = new BackupFile(zip, facts(zip, file));
            backup.verify(file);
            return backup;
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static Facts facts(ZipFile zip, Path file) throws IOException {
        ZipEntry entry = zip.getEntry(FACTS);
        if (entry == null || zip.getEntry(DUMP) == null) {
            throw new Refusal("'%s' is not a backup of this service. Nothing was changed.", file);
        }
        Properties properties = new Properties();
        try (InputStream content = zip.getInputStream(entry)) {
            properties.load(content);
        }
        if (!FORMAT.equals(properties.getProperty("format"))) {
            throw new Refusal("'%s' was written by another version of this service, which has to read it. Nothing was changed.",
                    file);
        }
        return Facts.of(properties);
    }

    private void verify(Path file) throws IOException {
        MessageDigest digest = Keys.sha256();
        try (InputStream content = new DigestInputStream(dump(), digest)) {
            content.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new Refusal(e, "'%s' is damaged. Nothing was changed.", file);
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(facts.dumpDigest)) {
            throw new Refusal("'%s' is damaged: its dump is not the one that was written. Nothing was changed.", file);
        }
    }

    Facts facts() {
        return facts;
    }

    InputStream dump() throws IOException {
        return zip.getInputStream(zip.getEntry(DUMP));
    }

    boolean holdsKeys() {
        return !facts.keys.isEmpty() && facts.keys.keySet().stream().allMatch(name -> zip.getEntry(KEYS + name) != null);
    }

    /** Writes the keys into a folder that has none. */
    void writeKeys(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String name : facts.keys.keySet()) {
            Path target = Files.createFile(folder.resolve(name), privately());
            try (InputStream content = zip.getInputStream(zip.getEntry(KEYS + name));
                    OutputStream key = Files.newOutputStream(target)) {
                content.transferTo(key);
            }
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
