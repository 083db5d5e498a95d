package org.shuangbaodao.kernel;

/** Who is behind the present request; outside a request it is {@link Actor#VISITOR}. */
public interface CurrentActor {

    Actor get();

    /** The member behind the request; only to be asked where a visitor cannot come. */
    default long memberId() {
        return get().memberId();
    }
}
