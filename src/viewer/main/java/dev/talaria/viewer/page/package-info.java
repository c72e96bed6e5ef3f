/** How what a page shows gets into one HTML file. */
package dev.talaria.viewer.page;
