package org.shuangbaodao.inbox;

/** Brings parcels of one channel to where they are read. */
interface Carrier {

    Channel channel();

    /** Returning means that it has arrived. Runs outside any transaction: nothing is locked while another server thinks. */
    void carry(Parcel parcel) throws Undelivered;
}
