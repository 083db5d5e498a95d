package org.shuangbaodao.accessibility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All templates that are pages of their own; tags, parts and what is only ever printed to a file are not. */
final class PageTemplates {

    private static final Path FOLDER = Path.of("src", "main", "resources", "templates");
    private static final Pattern PAGE = Pattern.compile("\\{#include layout}|<!doctype html>");

    /** As {@code feature/page}. */
    static final Set<String> ALL = read();

    private PageTemplates() {
    }

    static String plain(String id) {
        return id.replaceFirst("\\.html$", "");
    }

    private static Set<String> read() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".html") && !file.startsWith(FOLDER.resolve("tags"))
                    && file.getParent().compareTo(FOLDER) != 0 && PAGE.matcher(text(file)).find())
                    .map(file -> plain(FOLDER.relativize(file).toString().replace('\\', '/')))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
