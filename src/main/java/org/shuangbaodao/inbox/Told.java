package org.shuangbaodao.inbox;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A message in somebody's inbox. Written by {@link Inbox}, many at once. */
@Entity
@Table(name = "inbox_message")
class Told extends PanacheEntityBase {

    @Id
    public Long id;
    public Long memberId;
    public String message;
    public String arguments;
    public String path;
    public String onceKey;
    public Instant toldAt;
    public Instant readAt;

    protected Told() {
    }
}
