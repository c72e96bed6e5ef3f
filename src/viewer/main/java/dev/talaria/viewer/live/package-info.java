/** Sessions while they happen: what is kept of them, and the page that shows and steers them. */
package dev.talaria.viewer.live;
