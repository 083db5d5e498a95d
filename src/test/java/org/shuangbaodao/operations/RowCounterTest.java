package org.shuangbaodao.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.Test;

class RowCounterTest {

    @Test
    void countsTheRowsOfBothFamiliesOfPrograms() throws IOException {
        assertThat(rows("""
                -- INSERT INTO `comment` VALUES (1);
                INSERT INTO `member` VALUES (1,'a'),(2,'b'),(3,NULL);
                CREATE TABLE `t` (`a` int);
                INSERT INTO `member` VALUES
                (4,'c'),
                (5,'d');
                INSERT INTO `t` VALUES (0x00FF28);
                """)).isEqualTo(Map.of("member", 5L, "t", 1L));
    }

    @Test
    void whatStandsInATextIsNoRow() throws IOException {
        assertThat(rows("INSERT INTO `t` VALUES (1,'a),(2,\\'b\\'),('),(2,'it''s (1),(2);'),(3,'\\\\');\n"
                + "INSERT INTO `u` VALUES (1,'𠮷（一），(二)\\nINSERT INTO `t` VALUES (9)');\n"))
                .isEqualTo(Map.of("t", 3L, "u", 1L));
    }

    @Test
    void namedColumnsAreNoRow() throws IOException {
        assertThat(rows("INSERT INTO `t` (`id`, `VALUES`) VALUES (1,2),(3,4);\n")).isEqualTo(Map.of("t", 2L));
    }

    private static Map<String, Long> rows(String dump) throws IOException {
        ByteArrayOutputStream passed = new ByteArrayOutputStream();
        RowCounter counter = new RowCounter(passed);
        counter.write(dump.getBytes(StandardCharsets.UTF_8));
        assertThat(passed.toString(StandardCharsets.UTF_8)).isEqualTo(dump);
        return counter.rows();
    }
}
