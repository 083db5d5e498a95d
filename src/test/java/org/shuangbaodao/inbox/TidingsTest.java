package org.shuangbaodao.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

/** Whatever can be told has a sentence; that it has one in each language is held for all bundles alike. */
class TidingsTest {

    private static final Path FOLDER = Path.of("src/main/resources/messages");

    @Test
    void everyTidingHasASentence() throws IOException {
        List<Tiding> tidings = new ClassFileImporter().withImportOption(new DoNotIncludeTests())
                .importPackages("org.shuangbaodao").stream().filter(type -> type.isEnum() && type.isAssignableTo(Tiding.class))
                .flatMap(type -> Stream.of(type.reflect().getEnumConstants())).map(Tiding.class::cast).toList();

        assertThat(tidings).hasSizeGreaterThan(20).extracting(Tiding::message).doesNotHaveDuplicates();
        for (Tiding tiding : tidings) {
            String[] message = tiding.message().split(":");
            assertThat(texts(message[0])).as(tiding.message()).containsKey(message[1]);
        }
    }

    private static Properties texts(String bundle) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(FOLDER.resolve(bundle + "_zh-CN.properties"))) {
            texts.load(reader);
        }
        return texts;
    }
}
