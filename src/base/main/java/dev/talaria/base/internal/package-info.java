/** What several modules of Talaria need, and no user of them. */
package dev.talaria.base.internal;
