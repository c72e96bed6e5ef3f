package dev.talaria.viewer.live;

/**
 * What a page is told.
 *
 * @param number goes up; a page that comes back says which was its last
 * @param type what it is
 * @param json one line
 */
record LiveEvent(long number, String type, String json) {}
