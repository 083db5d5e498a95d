package org.shuangbaodao.demo;

import java.util.List;
import java.util.Random;

/** Names nobody bears on purpose: put together by chance, the same at every seeding. */
class DemoNames {

    private static final List<String> FAMILY = List.of("冉", "覃", "田", "蒲", "代", "牟", "游", "冷", "况", "简", "晏", "敖",
            "谯", "廖", "文", "舒");
    private static final List<String> GIVEN = List.of("安禾", "明渠", "书岩", "若川", "立言", "清和", "怀远", "知行", "望舒", "景行",
            "思齐", "云起", "长青", "守正", "致远", "向荣", "平野", "雨田");

    private final Random random;

    DemoNames(Random random) {
        this.random = random;
    }

    String next() {
        return FAMILY.get(random.nextInt(FAMILY.size())) + GIVEN.get(random.nextInt(GIVEN.size()));
    }
}
