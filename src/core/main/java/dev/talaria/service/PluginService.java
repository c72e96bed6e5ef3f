package dev.talaria.service;

import dev.talaria.protocol.v2.AppInfo;
import dev.talaria.protocol.v2.AppsListParams;
import dev.talaria.protocol.v2.AppsListResponse;
import dev.talaria.protocol.v2.MarketplaceAddParams;
import dev.talaria.protocol.v2.MarketplaceAddResponse;
import dev.talaria.protocol.v2.MarketplaceRemoveParams;
import dev.talaria.protocol.v2.MarketplaceUpgradeParams;
import dev.talaria.protocol.v2.MarketplaceUpgradeResponse;
import dev.talaria.protocol.v2.Methods;
import dev.talaria.protocol.v2.PluginDetail;
import dev.talaria.protocol.v2.PluginInstallParams;
import dev.talaria.protocol.v2.PluginInstallResponse;
import dev.talaria.protocol.v2.PluginListParams;
import dev.talaria.protocol.v2.PluginListResponse;
import dev.talaria.protocol.v2.PluginReadParams;
import dev.talaria.protocol.v2.PluginUninstallParams;
import java.nio.file.Path;
import java.util.List;

/**
 * Plugins, the marketplaces that they come from, and the apps that are connected to the account.
 */
public final class PluginService {

  private final TypedCalls calls;

  /**
   * On a connection.
   *
   * @param calls such as a {@code Codex}
   */
  public PluginService(TypedCalls calls) {
    this.calls = calls;
  }

  /** {@return the marketplaces with their plugins, and those that could not be read} */
  public PluginListResponse list() {
    return calls.call(Methods.PLUGIN_LIST, PluginListParams.of());
  }

  /**
   * {@return a plugin with its skills, servers and apps}
   *
   * @param marketplace the marketplace's file, as {@link #list} gives it
   * @param plugin the plugin's name
   */
  public PluginDetail read(Path marketplace, String plugin) {
    return calls
        .call(
            Methods.PLUGIN_READ,
            PluginReadParams.of(plugin).marketplacePath(marketplace.toString()))
        .plugin();
  }

  /**
   * Installs a plugin.
   *
   * @param marketplace the marketplace's file, as {@link #list} gives it
   * @param plugin the plugin's name
   * @return which of its apps need a login
   */
  public PluginInstallResponse install(Path marketplace, String plugin) {
    return calls.call(
        Methods.PLUGIN_INSTALL,
        PluginInstallParams.of(plugin).marketplacePath(marketplace.toString()));
  }

  /**
   * Removes a plugin.
   *
   * @param pluginId its id, {@code name@marketplace}
   */
  public void uninstall(String pluginId) {
    calls.call(Methods.PLUGIN_UNINSTALL, PluginUninstallParams.of(pluginId));
  }

  /**
   * Adds a marketplace.
   *
   * @param source a directory, {@code owner/repository}, or the HTTP or SSH address of a Git
   *     repository
   * @return its name, and where it is
   */
  public MarketplaceAddResponse addMarketplace(String source) {
    return calls.call(Methods.MARKETPLACE_ADD, MarketplaceAddParams.of(source));
  }

  /**
   * Fetches a marketplace again.
   *
   * @param name its name
   * @return what was fetched, and what could not be
   */
  public MarketplaceUpgradeResponse upgradeMarketplace(String name) {
    return calls.call(
        Methods.MARKETPLACE_UPGRADE, MarketplaceUpgradeParams.of().marketplaceName(name));
  }

  /**
   * Removes a marketplace.
   *
   * @param name its name
   */
  public void removeMarketplace(String name) {
    calls.call(Methods.MARKETPLACE_REMOVE, MarketplaceRemoveParams.of(name));
  }

  /** {@return the apps of the account; none without a login with ChatGPT} */
  public List<AppInfo> apps() {
    return Pages.all(
        cursor -> calls.call(Methods.APP_LIST, AppsListParams.of().cursor(cursor)),
        AppsListResponse::data,
        AppsListResponse::nextCursor);
  }
}
