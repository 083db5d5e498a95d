package org.shuangbaodao.kernel;

import java.util.List;

/**
 * One page of a longer list.
 *
 * @param page counted from 1
 * @param total rows in the whole list
 */
public record PageOf<T>(List<T> items, int page, int size, long total) {

    public static final int DEFAULT_SIZE = 50;
    public static final int LARGEST_SIZE = 200;
    /** Deep paging is for crawlers; people search. */
    public static final int LAST_PAGE = 10_000;

    /** @param all rows of the whole list, in order */
    public static <T> PageOf<T> of(List<T> all, int page, int size) {
        long from = Math.min((page - 1L) * size, all.size());
        return new PageOf<>(all.subList((int) from, (int) Math.min(from + size, all.size())), page, size, all.size());
    }

    public int pages() {
        return (int) Math.max(1, (total + size - 1) / size);
    }

    public boolean hasPrevious() {
        return page > 1;
    }

    public boolean hasNext() {
        return page < pages();
    }

    public static int clampPage(Integer page) {
        return page == null ? 1 : Math.min(Math.max(page, 1), LAST_PAGE);
    }

    public static int clampSize(Integer size) {
        return size == null ? DEFAULT_SIZE : Math.min(Math.max(size, 1), LARGEST_SIZE);
    }
}
