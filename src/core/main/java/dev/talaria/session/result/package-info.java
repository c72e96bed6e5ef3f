/** What a session gives back: how a turn stands and ended, what a review found, pages of lists. */
package dev.talaria.session.result;
