package org.shuangbaodao.attendance;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** What those concerned would be told. */
@Singleton
public class News {

    private final List<ActivityCancelled> cancelled = new CopyOnWriteArrayList<>();
    private final List<ActivityMoved> moved = new CopyOnWriteArrayList<>();
    private final List<PlaceGained> gained = new CopyOnWriteArrayList<>();

    void on(@Observes ActivityCancelled event) {
        cancelled.add(event);
    }

    void on(@Observes ActivityMoved event) {
        moved.add(event);
    }

    void on(@Observes PlaceGained event) {
        gained.add(event);
    }

    public List<ActivityCancelled> cancelled(long activityId) {
        return cancelled.stream().filter(each -> each.activityId() == activityId).toList();
    }

    public List<ActivityMoved> moved(long activityId) {
        return moved.stream().filter(each -> each.activityId() == activityId).toList();
    }

    public List<PlaceGained> gained(long activityId) {
        return gained.stream().filter(each -> each.activityId() == activityId).toList();
    }
}
