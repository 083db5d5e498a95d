package org.shuangbaodao.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.shuangbaodao.kernel.ProblemType;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A text missing in one language silently shows in another, so each language must have them all, with the same gaps to fill.
 */
class MessagesTest {

    private static final Path FOLDER = Path.of("src/main/resources/messages");
    private static final List<String> TRANSLATIONS = List.of("zh-TW", "en");
    // Languages differ in their plural forms: what a condition looks at need not be filled in everywhere.
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^#/}][^}]*}");

    @ParameterizedTest
    @MethodSource("bundles")
    void everyLanguageHasTheSameTextsWithTheSamePlaceholders(String bundle) throws IOException {
        Properties original = texts(bundle, "zh-CN");

        for (String language : TRANSLATIONS) {
            Properties translated = texts(bundle, language);
            assertThat(new TreeSet<>(translated.keySet())).as("keys of %s in %s", bundle, language)
                    .isEqualTo(new TreeSet<>(original.keySet()));
            original.stringPropertyNames().forEach(key -> {
                assertThat(translated.getProperty(key)).as("%s in %s", key, language).isNotBlank();
                assertThat(placeholders(translated.getProperty(key))).as("placeholders of %s in %s", key, language)
                        .isEqualTo(placeholders(original.getProperty(key)));
            });
        }
    }

    @Test
    void everyProblemHasATitleAndADetail() throws IOException {
        Properties texts = texts("problem", "zh-CN");

        List<ProblemType> problems = problems();

        assertThat(problems).isNotEmpty();
        assertThat(problems).allSatisfy(problem -> assertThat(texts).as(problem.code()).containsKeys(problem.code(),
                problem.code() + ".detail"));
        assertThat(problems).extracting(ProblemType::code).doesNotHaveDuplicates();
    }

    /** Feature blocks are written by different hands into one file: the same key twice would lose one of them unseen. */
    @ParameterizedTest
    @MethodSource("files")
    void noKeyStandsTwice(Path file) throws IOException {
        List<String> keys = Files.readAllLines(file).stream().filter(line -> !line.startsWith("#") && line.contains("="))
                .map(line -> line.substring(0, line.indexOf('='))).toList();

        assertThat(keys).doesNotHaveDuplicates();
    }

    static List<String> bundles() throws IOException {
        return files().stream().map(file -> file.getFileName().toString()).filter(name -> name.endsWith("_zh-CN.properties"))
                .map(name -> name.substring(0, name.lastIndexOf('_'))).toList();
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    private static List<ProblemType> problems() {
        return new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("org.shuangbaodao").stream()
                .filter(type -> type.isEnum() && type.isAssignableTo(ProblemType.class))
                .flatMap(type -> Stream.of(type.reflect().getEnumConstants())).map(ProblemType.class::cast).toList();
    }

    private static String placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(MatchResult::group).distinct().sorted().collect(Collectors.joining());
    }

    private static Properties texts(String bundle, String language) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(FOLDER.resolve(bundle + "_" + language + ".properties"))) {
            texts.load(reader);
        }
        return texts;
    }
}
