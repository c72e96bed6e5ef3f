/** What a host implements to be told of turns, sessions and connections while they run. */
package dev.talaria.session.listener;
