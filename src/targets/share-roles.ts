import type { JsonObject } from '../json/value.js'

/** The built-in roles of the server of oCIS 6.0: id, name, icon. */
const rolesSince6: readonly (readonly [string, string, string])[] = [
  ['b1e2218d-eef8-4d4c-b82d-0f1a1b48f3b5', 'UnifiedRoleViewer', 'eye'],
  ['a8d5fe5e-96e3-418d-825b-534dbdf22b99', 'UnifiedRoleSpaceViewer', 'eye'],
  ['2d00ce52-1fc2-4dbc-8b95-a73b73395f5a', 'UnifiedRoleFileEditor', 'pencil'],
  ['fb6c3e19-e378-47e5-b277-9732f9de6e21', 'UnifiedRoleEditor', 'pencil'],
  ['58c63c02-1d89-4572-916a-870abc5a1b7d', 'UnifiedRoleSpaceEditor', 'pencil'],
  ['312c0871-5ef7-4b3a-85b6-0e4074c64049', 'UnifiedRoleManager', 'user-star'],
  ['1c996275-f1c9-4e71-abdf-a42f6495e960', 'UnifiedRoleUploader', 'upload'],
  ['aa97fe03-7980-45ac-9e50-b325749fd7e6', 'UnifiedRoleSecureView', 'shield'],
]

/** The roles that oCIS 7.0 added. */
const rolesSince7: readonly (readonly [string, string, string])[] = [
  ['d5041006-ebb3-4b4a-b6a4-7c180ecfb17d', 'UnifiedRoleViewerListGrants', 'eye'],
  ['c1235aea-d106-42db-8458-7d5610fb0a67', 'UnifiedRoleFileEditorListGrants', 'pencil'],
  ['e8ea8b21-abd4-45d2-b893-8d1546378e9e', 'UnifiedRoleEditorListGrants', 'pencil'],
  ['3284f2d5-0070-4ad8-ac40-c247f7c1fb27', 'UnifiedRoleSpaceEditorWithoutVersions', 'pencil'],
  ['63e64e19-8d43-42ec-a738-2b6af2610efa', 'UnifiedRoleFullDenial', 'stop-circle'],
]

const asShareRoles = (roles: typeof rolesSince6): JsonObject =>
  Object.fromEntries(roles.map(([id, name, iconName]) => [id, { name, iconName }]))

/** `common.shareRoles` as the server of oCIS 6 adds it to every theme it serves. */
export const shareRolesOfOcis6: JsonObject = /* @__PURE__ */ asShareRoles(rolesSince6)

/** `common.shareRoles` as the server of oCIS 7 and later adds it to every theme it serves. */
export const shareRolesOfOcis7: JsonObject = /* @__PURE__ */ (() =>
  asShareRoles([...rolesSince6, ...rolesSince7]))()
