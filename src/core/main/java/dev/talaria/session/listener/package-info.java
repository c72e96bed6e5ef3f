/** What a host implements to be notified of turns, sessions and connections while they run. */
package dev.talaria.session.listener;
