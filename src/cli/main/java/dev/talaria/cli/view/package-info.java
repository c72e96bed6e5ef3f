/** {@code talaria view}: a session as a page. */
package dev.talaria.cli.view;
